-- Each delivery is written twice, when it is claimed and when its outcome is known. With room on its page the second row
-- stands beside the first, and no index is written again.
alter table deliveries set (fillfactor = 40);
alter table slices set (fillfactor = 40);
