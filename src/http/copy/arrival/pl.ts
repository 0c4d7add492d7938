// The words for what arrives in a way that nobody expects, in Polish.
import type { Arrival } from "./en.ts";

export const pl: Arrival = {
  arrival: {
    trap: "Proszę zostawić to pole puste",
    tooLarge: "To było za dużo naraz",
    tooLargeText:
      "To, co zostało wysłane, jest większe niż każdy z naszych formularzy, więc tego nie odczytaliśmy. Nic nie zostało zapisane. Proszę wrócić: być może wpisane dane nadal tam są.",
    nothing: "Nic nie zostało zapisane",
    boxesGone:
      "Ta strona była otwarta od dłuższego czasu, a my w tym czasie zrezygnowaliśmy z tego, co zostało tu zaznaczone. Nie zostało to zapisane i nie przyjdzie z tego powodu żadna wiadomość:",
    requestGone:
      "To, o co Państwo prosili, nie jest już oferowane. Nic nie zostało zapisane i nie przyjdzie żadna wiadomość.",
  },
};
