comment on column stage.scope.rule is
  'Why the guard tripped: share, emptied, or left behind (a school would go without its students); none when it did not.';
