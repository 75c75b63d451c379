let latest = 0;

/**
 * Asks the server for data. Answers null when another request for the same screen was made meanwhile.
 * @param {string} path
 * @param {object} body
 */
export async function requestScreenData(path, body) {
  const ticket = ++latest;
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { result } = await response.json();
  return ticket === latest ? (result ?? null) : null;
}
