const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * "14 June 2024". Not by Intl: what it writes depends on Node's version, and the same site must have the same bytes.
 * @param takenAt ISO 8601
 */
export function dayInWords(takenAt: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(takenAt) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? takenAt : `${Number(day)} ${name} ${year}`;
}
