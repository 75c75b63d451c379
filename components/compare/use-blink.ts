import { useEffect, useState } from 'react';

/** Under the three flashes a second of WCAG 2.3.1. */
const BLINK_MS = 700;

/** Switches between two pictures; starts paused for people who asked their system for less motion. */
export function useBlink(isActive: boolean) {
  const [isPlaying, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  const [isOtherOnTop, setOtherOnTop] = useState(false);
  useEffect(() => {
    if (!isActive || !isPlaying) return;
    const timer = setInterval(() => setOtherOnTop((isOn) => !isOn), BLINK_MS);
    return () => clearInterval(timer);
  }, [isActive, isPlaying]);
  return { isPlaying, isOtherOnTop, setPlaying, setOtherOnTop };
}
