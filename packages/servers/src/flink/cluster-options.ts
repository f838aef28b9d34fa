/** What a session cluster consists of. */
export interface ClusterOptions {
  /** Its configuration and temporary files; made if it is not there. */
  readonly directory: string;
  /** The logs of its processes, which errors name. */
  readonly logs: string;
  /** The port of the REST interface and the web dashboard; a free one by default. */
  readonly port?: number;
  /** 2 by default. */
  readonly taskManagers?: number;
  /** Slots of each TaskManager; 4 by default. */
  readonly slots?: number;
  /** Puts the distribution's `lib/runtime` on the class path, as is advised for clusters that run many jobs. */
  readonly withRuntime?: boolean;
  /** More options of the TaskManagers' JVMs. */
  readonly taskManagerOptions?: readonly string[];
  /** Leave the processes alone when this one ends. */
  readonly daemon?: boolean;
}
