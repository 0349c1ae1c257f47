/** What can go wrong, in the words of the public interface. */
export type FaultCode =
  | 'pakket-onbereikbaar'
  | 'pakket-ongeldig'
  | 'pakket-gewijzigd'
  | 'pakket-nieuwer'
  | 'gesprek-onbekend'
  | 'deel-onbereikbaar'
  | 'opslag'
  | 'intern';

/** A failure with a name: the visitor gets a calm sentence, the embedder this code. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    reason?: unknown,
  ) {
    super(`mantelzorg-widgets: ${code}`, {cause: reason});
    this.name = 'Fault';
  }
}

/** The fault behind anything thrown; `otherwise` names what has no name of its own. */
export function faultOf(reason: unknown, otherwise: FaultCode): Fault {
  return reason instanceof Fault ? reason : new Fault(otherwise, reason);
}
