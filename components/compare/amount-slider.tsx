interface AmountSliderProps {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly setAmount: (amount: number) => void;
}

/** A share from 0 to 1, between two named ends. */
export function AmountSlider({ label, from, to, amount, setAmount }: AmountSliderProps) {
  return (
    <div className="amount-slider">
      <span aria-hidden="true">{from}</span>
      <input
        type="range"
        min={0}
        max={100}
        aria-label={label}
        value={Math.round(amount * 100)}
        onChange={(event) => setAmount(Number(event.target.value) / 100)}
      />
      <span aria-hidden="true">{to}</span>
    </div>
  );
}
