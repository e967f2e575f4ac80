/** Limits for staff, stricter than those of members: staff see everybody's data. */
export const staffLimits = Object.freeze({
  session: { idleMinutes: 20, absoluteHours: 10, slideSeconds: 60, perPerson: 10 },
  /** `singleSignOnDays`: how long an account with the invited e-mail address may still be bound. */
  invitation: { hours: 72, tries: 5, singleSignOnDays: 30 },
  token: { standardDays: 90, maxDays: 366, perPerson: 20 },
  passkeysPerPerson: 20,
});
