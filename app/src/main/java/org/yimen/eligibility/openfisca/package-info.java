/** The law in the shape of the OpenFisca Web API ({@code docs/spec/openfisca.md}). */
@NullMarked
package org.yimen.eligibility.openfisca;

import org.jspecify.annotations.NullMarked;
