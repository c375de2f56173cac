-- A capital is spelt as its wilaya is: the list of communes came without accents (Setif), that of wilayas with them (Sétif).
update places.commune c set name_fr = w.name_fr
from places.wilaya w
where w.code = c.wilaya_code
  and c.code in ('0601', '0801', '1201', '1501', '1901', '2001', '2201', '2601', '3501', '3901', '4401', '4501', '4601', '4701', '5201', '1202', '2820');
