-- Answers that the roll-up does not hold yet: entered in the transaction that stores them, taken out in the one that
-- counts them. No foreign key: a row without an answer counts nobody, and each check would cost every answer.
create table uncounted_answer (
  county_id uuid not null,
  answer_id uuid not null,
  primary key (county_id, answer_id)
);
