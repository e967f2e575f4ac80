/**
 * Limits for signing in. NIST SP 800-63B-4 section 2.2.3 asks at AAL2 for a new authentication
 * after at most 24 hours, or 1 hour of inactivity. Ours are stricter.
 */
export const limits = Object.freeze({
  session: { idleMinutes: 15, absoluteHours: 12, slideSeconds: 60, perMember: 20 },
  step: { minutes: 5, activationMinutes: 30 },
  invitation: { days: 7 },
  /** Known browsers. Browsers keep no cookie longer than 400 days. */
  device: { days: 400, perMember: 10 },
  passkeysPerMember: 20,
  recoveryCodes: 10,
});
