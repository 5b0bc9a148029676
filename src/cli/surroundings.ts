/** What a program may touch of the world around it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** The exit code for a call that makes no sense. */
export const WRONG_CALL = 2;
