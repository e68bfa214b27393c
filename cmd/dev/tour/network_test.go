//go:build linux

package tour

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestNetwork goes the main way through the program in a network of its own that
// has no connection at all, while every system call about sockets is written down.
func TestNetwork(t *testing.T) {
	log := filepath.Join(t.TempDir(), "calls")
	calls := mainWay(t, log, append(alone(t), tool(t, "strace"), "-D", "-f", "-qq", "-e", "trace=%network", "-o", log))
	for _, call := range foreign(calls) {
		t.Errorf("more than a Unix socket: %s", call)
	}
	made := strings.Count(calls, "socket(AF_UNIX")
	if made == 0 {
		t.Error("not even the screen's own socket was seen")
	}
	t.Logf("proved T16 N=%d calls about sockets, without a network; %d sockets made, all of them AF_UNIX", strings.Count(calls, "\n"), made)
}

// tool gives where a program stands that this test can't do without.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("no %s, without which nothing is proven; type: go run ./cmd/dev setup", name)
	}
	return path
}

// alone gives what starts a program in a network of its own. Who isn't root needs
// a user namespace for that.
func alone(t *testing.T) []string {
	t.Helper()
	prefix := []string{tool(t, "unshare"), "--net"}
	if os.Geteuid() != 0 {
		prefix = append(prefix, "--map-root-user")
	}
	if out, err := exec.Command(prefix[0], append(prefix[1:], "true")...).CombinedOutput(); err != nil {
		t.Fatalf("this computer permits no network of one's own, without which nothing is proven; run as root or allow user namespaces: %s", out)
	}
	return prefix
}

// mainWay makes a journal, writes, plans, builds an agenda, saves a redacted
// copy, locks and ends, in a program that prefix starts, and gives what prefix
// wrote to log. The environment names a bus and a proxy on the
// network, which have to stay unused.
func mainWay(t *testing.T, log string, prefix []string) string {
	t.Helper()
	p := newWorker(t)
	p.env = append(p.env, "DBUS_SESSION_BUS_ADDRESS=tcp:host=127.0.0.1,port=9", "DBUS_SYSTEM_BUS_ADDRESS=tcp:host=127.0.0.1,port=9",
		"http_proxy=http://127.0.0.1:9", "https_proxy=http://127.0.0.1:9")
	args := append(prefix, program(t, "aftershift"), "-theme", "light")
	w, err := Start(context.Background(), p.screen, p.env, args[0], args[1:]...)
	if err != nil {
		t.Fatal(err)
	}
	p.w = w
	p.rest()
	p.confirmWords(p.makeJournal())
	p.writeEntries()
	p.planSession()
	p.buildAgenda()
	p.saveCopy()
	p.press("ctrl+comma")
	p.do(Relock("ctrl+l"))
	p.write(secret)
	p.do(Turn("Return"))
	p.quit(openTimeout)
	p.checkCopy()
	p.checkJournal()
	return settled(t, log)
}

// settled gives what stands in the file once nothing is added any more: what
// writes it ends a little after the program. "" where there is none.
func settled(t *testing.T, path string) string {
	t.Helper()
	last := ""
	for same := 0; same < 5; same++ {
		raw, err := os.ReadFile(path)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if string(raw) != last {
			last, same = string(raw), 0
		}
		time.Sleep(pollPause)
	}
	return last
}

// family finds the kinds of sockets that a line of strace names.
var family = regexp.MustCompile(`\b(?:AF|PF)_[A-Z0-9]+`)

// foreign gives the lines of strace that make or use another kind of socket than
// Unix sockets, or begin a call that it doesn't understand.
func foreign(calls string) (found []string) {
	for line := range strings.Lines(calls) {
		families := family.FindAllString(line, -1)
		making := strings.Contains(line, " socket(") || strings.Contains(line, " socketpair(")
		bad := making && len(families) == 0
		for _, each := range families {
			bad = bad || each != "AF_UNIX"
		}
		if bad {
			found = append(found, strings.TrimSpace(line))
		}
	}
	return found
}

func TestForeign(t *testing.T) {
	for i, c := range []struct {
		line string
		want int
	}{
		{"12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3", 0},
		{`12 connect(3, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X1"}, 20) = 0`, 0},
		{"12 recvmsg(3, {msg_name=NULL}, 0) = -1 EAGAIN", 0},
		{"12 +++ exited with 0 +++", 0},
		{"12 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3", 1},
		{"12 socket(AF_INET6, SOCK_DGRAM, 0) = 3", 1},
		{"12 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3", 1},
		{"12 socket(0x2a, 1, 0) = 3", 1},
		{"12 connect(3, {sa_family=AF_INET, sin_port=htons(80)}, 16) = 0", 1},
	} {
		if got := foreign(c.line + "\n"); len(got) != c.want {
			t.Error(strconv.Itoa(i), got)
		}
	}
}
