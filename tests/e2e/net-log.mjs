/**
 * What a browser asked the network for, out of the log that `--log-net-log` writes.
 *
 * Format: https://www.chromium.org/developers/design-documents/network-stack/netlog/
 * @param {string} text the log's JSON
 * @returns {{ requests: { url: string, method: string, initiator: string }[], tcpAddresses: Set<string>, udpPacketCount: number }}
 *   `initiator` is the origin that asked, `not an origin` for the browser itself. Sockets that were connected over UDP
 *   and sent nothing do not count: so Chromium asks the system whether there is a route.
 */
export function readNetLog(text) {
  const { constants, events } = JSON.parse(text);
  const paramsOf = (name) => {
    const type = constants.logEventTypes[name];
    if (type === undefined) throw new Error(`This browser writes no ${name}`);
    return events.filter((event) => event.type === type && event.params).map(({ params }) => params);
  };
  return {
    requests: paramsOf('URL_REQUEST_START_JOB')
      .filter(({ url }) => /^(https?|wss?|ftp):/.test(url))
      .map(({ url, method, initiator = '' }) => ({ url, method, initiator })),
    tcpAddresses: new Set(
      paramsOf('TCP_CONNECT_ATTEMPT')
        .map(({ address }) => address)
        .filter(Boolean),
    ),
    udpPacketCount: paramsOf('UDP_BYTES_SENT').length,
  };
}
