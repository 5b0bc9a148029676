/** The servers beside ours, each in bench/peers: those that read, and the two limits of writing. */
export const READERS = ['bare', 'apollo', 'yoga', 'mercurius'];
export const LIMITS = ['copy', 'minimal'];
export const PEERS = [...READERS, ...LIMITS];
