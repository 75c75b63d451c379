import { createContext, useContext } from 'react';

/** Runs checks that a seller asks for on one picture. */
export interface CheckRequests {
  /** Resolves when the check has ended, however it did; its result is in the next case view. */
  readonly run: (pictureId: string, check: string) => Promise<void>;
  readonly cancel: (pictureId: string, check: string) => void;
}

const Requests = createContext<CheckRequests | null>(null);

/** Where there is none, as in a report, nothing can be asked for. */
export const CheckRequestsProvider = Requests.Provider;

export function useCheckRequests(): CheckRequests | null {
  return useContext(Requests);
}
