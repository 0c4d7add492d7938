-- Only read and written as a whole: as text, PostgreSQL takes nothing apart and puts nothing together.
alter table standings alter column standing type json using standing::json;
