-- A fact may be taken back by whoever told it: that is a fact too, and a standing lists it.

update standings set standing = standing || '{"retractions": []}' where not standing ? 'retractions';
