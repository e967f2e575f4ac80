const attemptsMax = 5;

/**
 * Retries a transaction that PostgreSQL rolled back because of another: deadlock (40P01) or
 * serialization failure (40001).
 */
export async function repeating<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if ((code !== '40P01' && code !== '40001') || count === attemptsMax) throw error;
    }
  }
}
