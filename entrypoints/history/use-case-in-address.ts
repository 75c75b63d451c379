import { useEffect, useState } from 'react';

/** The open case stands behind `#case=` in the address, so that going back closes it and a reload keeps it. */
export function useCaseInAddress(): [string | null, (caseId: string | null) => void] {
  const [caseId, setCaseId] = useState(caseInAddress);
  useEffect(() => {
    const follow = () => setCaseId(caseInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    caseId,
    (next) => {
      location.hash = next === null ? '' : `case=${encodeURIComponent(next)}`;
    },
  ];
}

function caseInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('case');
}
