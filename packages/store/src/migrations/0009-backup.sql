-- What a backup reads beside what the program already read. Only reads: a backup changes nothing.

grant select on tijdig.migration, tijdig.glass, tijdig.notice to tijdig_system;
