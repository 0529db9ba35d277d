// Amounts and times for people.

/** An amount in minor units, of any size, with the decimals of its currency: "1,234.50". */
export function money(minor, currency) {
  const digits = decimals(currency);
  const amount = BigInt(minor);
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  const whole = BigInt(text.slice(0, text.length - digits)).toLocaleString('en');
  const fraction = digits > 0 ? `.${text.slice(-digits)}` : '';
  return (amount < 0n ? '\u2212' : '') + whole + fraction;
}

function decimals(currency) {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  } catch {
    return 0;
  }
}

/** An ISO 8601 instant as "2025-03-01 09:30:00" in UTC. */
export function utc(instant) {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** The same with milliseconds, where steps follow each other quickly. */
export function utcMillis(instant) {
  return new Date(instant).toISOString().slice(0, 23).replace('T', ' ');
}
