package dz.linatatawwa.places;

import dz.linatatawwa.language.LocalName;

/** A district: several communes of one wilaya. Where no Arabic name is known the French one stands for it. */
public record Daira(int id, WilayaCode wilaya, LocalName name) {}
