import { Component, type ReactNode } from 'react';

interface CardBoundaryProps {
  /** Shown in place of a card that threw, with what was thrown. */
  readonly message: string;
  readonly children: ReactNode;
}

/** Keeps a picture whose result cannot be rendered from taking the other pictures with it. */
export class CardBoundary extends Component<CardBoundaryProps, { readonly thrown: string | null }> {
  override state = { thrown: null };

  static getDerivedStateFromError(error: unknown) {
    return { thrown: String(error) };
  }

  override render() {
    if (this.state.thrown === null) return this.props.children;
    return (
      <li className="picture-card is-small">
        <div className="problem-line">
          <strong>{this.props.message}</strong>
          <p>
            <code>{this.state.thrown}</code>
          </p>
        </div>
      </li>
    );
  }
}
