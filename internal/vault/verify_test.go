package vault

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"
)

// verifying begins to verify and comes back once records are being read.
func verifying(ctx context.Context, t *testing.T, v *Vault) (progress *atomic.Int64, done chan Report) {
	t.Helper()
	progress, done = &atomic.Int64{}, make(chan Report, 1)
	go func() {
		report, err := v.Verify(ctx, progress)
		if err != nil {
			t.Error(err)
		}
		done <- report
	}()
	for progress.Load() == 0 && len(done) == 0 {
		time.Sleep(time.Millisecond)
	}
	return progress, done
}

// Who writes while the file is verified doesn't wait for the end of that, and what
// was written is verified too.
func TestVault_Verify_lets_changes_through(t *testing.T) {
	const records = 20_000
	_, v := many(t, records)
	for try := 1; ; try++ {
		progress, done := verifying(context.Background(), t, v)
		put(t, v, Draft, ID(records+try), "written meanwhile")
		before, report := len(done) == 0, <-done
		if !report.Sound() || before && (report.Intact != records+try || progress.Load() != int64(records+try)) {
			t.Fatalf("%+v, %d counted, want %d sound records", report, progress.Load(), records+try)
		}
		if before {
			return
		}
		if try == 20 {
			t.Fatal("every change came after the end of a verification")
		}
	}
}

// Changes without end don't keep a verification from its own.
func TestVault_Verify_ends_under_changes(t *testing.T) {
	_, v := many(t, 5000)
	_, done := verifying(context.Background(), t, v)
	for n := 0; len(done) == 0; n++ {
		put(t, v, Draft, 1, fmt.Sprint("change ", n))
	}
	if report := <-done; !report.Sound() || report.Intact != 5000 {
		t.Fatalf("%+v", report)
	}
}

// late is a context that ends right after the file was read.
type late struct{ context.Context }

func (late) Err() error { return context.Canceled }

// What was read while something was changed is never the report, also where one no
// longer waits for it: it would tell of damage that there isn't.
func TestVault_Verify_given_up_tells_of_no_damage(t *testing.T) {
	_, v := many(t, 20_000)
	for try := range 5 {
		_, done := verifying(late{context.Background()}, t, v)
		put(t, v, Draft, 1, fmt.Sprint("written meanwhile ", try)) // which was read already
		if report := <-done; !report.Sound() {
			t.Fatalf("%+v", report)
		}
	}
}

// A change doesn't share the machine with a reading that came to nothing by it.
func TestVault_inspect_ends_with_a_change(t *testing.T) {
	const records = 20_000
	_, v := many(t, records)
	for range 20 {
		progress, done := &atomic.Int64{}, make(chan error, 1)
		go func() {
			_, err := v.inspect(context.Background(), progress)
			done <- err
		}()
		for progress.Load() == 0 {
			time.Sleep(time.Millisecond)
		}
		put(t, v, Draft, 1, "written meanwhile")
		if err := <-done; errors.Is(err, errChanged) && progress.Load() < records {
			return
		}
	}
	t.Fatal("a reading went on to its end after a change")
}
