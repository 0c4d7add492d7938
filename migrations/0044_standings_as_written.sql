-- Only read and written as a whole: kept as text, PostgreSQL takes nothing apart and puts nothing together.
alter table standings alter column standing type json using standing::json;
