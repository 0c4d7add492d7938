-- Imports are never emptied, and one that is being taken back says so before its facts are looked at: nothing is added to it then.

create trigger imports_no_truncate before truncate on imports for each statement execute function refuse_change();

alter table imports add column undoing_at timestamptz;
