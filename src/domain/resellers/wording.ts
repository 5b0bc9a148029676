export function resellerAccountMade(resellerName: string): string {
  return `Is the account of the tenant reseller ${resellerName}`;
}

export function releasedFrom(resellerName: string): string {
  return `Released from ${resellerName}: the distributor's own from now on`;
}

export function moveAnnounced(resellerName: string): string {
  return `Move to ${resellerName} announced`;
}

export function moveWithdrawn(resellerName: string): string {
  return `Move to ${resellerName} withdrawn`;
}

export function movedTo(formerName: string, resellerName: string): string {
  return `Moved from ${formerName} to ${resellerName}, which manages it from now on`;
}

export function transferredTo(resellerName: string): string {
  return `Transferred to ${resellerName}, which manages it from now on`;
}
