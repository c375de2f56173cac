/** The pages of benefits: the list, one's own codes, lots, the partner's desk and its counter. */
@NullMarked
package dz.linatatawwa.rewards.web;

import org.jspecify.annotations.NullMarked;
