-- What a loan's contract says, where the books know it. All of it is optional: an institution may keep its terms elsewhere.
alter table shares
  -- Thousandths of a percent a year: 5490 is 5.49 %.
  add column loan_rate int check (loan_rate between 0 and 100000),
  -- Minor units, as all amounts here.
  add column loan_payment bigint check (loan_payment > 0),
  -- The day of the month, and the date of the next payment.
  add column loan_due_day smallint check (loan_due_day between 1 and 31),
  add column loan_due_on date,
  add column loan_original bigint check (loan_original > 0),
  -- What pays it off through that day, interest included.
  add column loan_payoff bigint check (loan_payoff >= 0),
  add column loan_payoff_on date,
  add constraint shares_loan_terms check (
    kind = 'loan'
    or num_nonnulls(loan_rate, loan_payment, loan_due_day, loan_due_on, loan_original, loan_payoff, loan_payoff_on) = 0
  ),
  add constraint shares_loan_payoff check ((loan_payoff is null) = (loan_payoff_on is null));
