package org.yimen.identity;

import org.yimen.platform.testing.OnPostgres;

/** Under the profile that is in force where none is chosen: {@code dengbao3}. */
@OnPostgres
class DefaultPasswordsTests extends DefaultPasswords {}
