-- An application may name a standing, which names its application: a backup brings both back in one transaction and
-- looks at this reference at its end.
alter table casework.application alter constraint application_standing_fkey deferrable initially immediate;
