package org.yimen.identity;

import org.springframework.test.context.TestPropertySource;
import org.yimen.platform.testing.OnPostgres;

/** Under the profile {@code asvs}, which asks for length and for no kinds of characters. */
@OnPostgres
@TestPropertySource(properties = "yimen.password.profile=asvs")
class DefaultPasswordsOfAsvsTests extends DefaultPasswords {}
