/** Both scripts run in the extension's isolated world of the frame, which the page cannot reach. */
const scope = globalThis as { refundLensSide?: unknown };

export function standLeft(): void {
  scope.refundLensSide = 'left';
}

export function standsLeft(): boolean {
  return scope.refundLensSide === 'left';
}
