/**
 * Case files: facts and expectations in, results as JSON out ({@code docs/spec/assessments.md}).
 */
@NullMarked
package org.yimen.policy.cases;

import org.jspecify.annotations.NullMarked;
