package desktop

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"aftershift/internal/platform"
)

// Where the addresses of the desktop's buses stand
// (https://dbus.freedesktop.org/doc/dbus-specification.html).
const (
	sessionVariable = "DBUS_SESSION_BUS_ADDRESS"
	systemVariable  = "DBUS_SYSTEM_BUS_ADDRESS"
	usualSystemBus  = "unix:path=/var/run/dbus/system_bus_socket"
	noBus           = "disabled:" // an address that leads nowhere
)

// KeepBusesLocal sees to it that nothing in this process speaks to a bus over
// the network, or starts a bus of its own: addresses that are no Unix sockets
// leave its environment. Call it before the window is made. It gives the kinds of
// platform.Fault.
func KeepBusesLocal() error {
	if err := os.Setenv(sessionVariable, cmp.Or(sessionBus(), noBus)); err != nil {
		return platform.Fault("keep buses local", err)
	}
	return platform.Fault("keep buses local", os.Setenv(systemVariable, cmp.Or(systemBus(), noBus)))
}

// sessionBus gives the address of this session's bus, "" where there is none.
func sessionBus() string {
	if address, set := os.LookupEnv(sessionVariable); set && address != "" {
		return local(address)
	}
	socket := filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus")
	if _, err := os.Stat(socket); err != nil || !filepath.IsAbs(socket) {
		return ""
	}
	return "unix:path=" + socket
}

// systemBus gives the address of the computer's bus, "" where it is no Unix
// socket.
func systemBus() string { return local(cmp.Or(os.Getenv(systemVariable), usualSystemBus)) }

// local gives those of the addresses that are Unix sockets.
func local(addresses string) string {
	var kept []string
	for address := range strings.SplitSeq(addresses, ";") {
		if strings.HasPrefix(address, "unix:") {
			kept = append(kept, address)
		}
	}
	return strings.Join(kept, ";")
}
