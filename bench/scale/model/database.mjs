import { CLUSTER_RATIOS, COORDINATORS_SHARE } from './services.mjs';
import { Machine } from './stations.mjs';

/** PostgreSQL on one machine, or a coordinator in front of nodes, all of the same size. */
export function databaseOf(events, { nodes, processors }) {
  if (nodes === 1) return new Machine(events, processors);
  return new Cluster(new Machine(events, processors), new Machine(events, processors * nodes));
}

/** What a statement takes more there is shared by the coordinator, through which all goes, and the nodes. */
class Cluster {
  constructor(coordinator, nodes) {
    this.coordinator = coordinator;
    this.nodes = nodes;
  }

  /** Of the one machine that is in the way first. */
  get used() {
    return this.coordinator.used;
  }

  run(ms, done) {
    const all = ms * CLUSTER_RATIOS.confirmed;
    this.coordinator.run(all * COORDINATORS_SHARE, () => this.nodes.run(all * (1 - COORDINATORS_SHARE), done));
  }
}
