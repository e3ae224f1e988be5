package org.galileok12.sso;

import java.util.List;

/**
 * A person of the roster who may come in.
 *
 * @param districtId our number of the district
 * @param personId galileo.person.id
 * @param roles active and allowed ones, the highest first; at least one
 */
public record Admitted(int districtId, long personId, List<Role> roles) {}
