-- When the person who asked carried out what was approved. Only of acts whose answer is for their eyes alone: an activation code, an export.
alter table staff_approvals add collected_at timestamptz
  check (collected_at is null or (state = 'approved' and collected_at >= decided_at));
