import { TableEnvironment } from 'tsflink';

export const identity = (n: number | null): number | null => n;

TableEnvironment.create();
