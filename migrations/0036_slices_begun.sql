-- How far hand-over of a slice has begun. Who was claimed beyond it under a lease that ended was handed to nobody, and is
-- claimed anew.
alter table slices add column begun_id uuid;
-- Of those that are under way nobody has said so yet.
update slices set begun_id = upper_id where not done;
