/**
 * Ends the program with one line on standard error, for what the person at the machine has to put right.
 * @param {string} line
 * @returns {never}
 */
export function endWithLine(line) {
  console.error(line);
  process.exit(1);
}
