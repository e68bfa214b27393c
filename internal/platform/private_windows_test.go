package platform

import (
	"testing"

	"golang.org/x/sys/windows"
)

// What stands on the system's drive outside the profile is open to everybody unless
// it is protected; other drives are left as they are.
func TestOpen_systemDriveOutsideTheProfile(t *testing.T) {
	for path, want := range map[string]bool{
		`C:\Journals\a`:            true,
		`c:\users\anna2\a`:         true,
		`C:\Users\Anna\Documents`:  false,
		`c:\users\anna`:            false,
		`D:\Journals`:              false,
		`\\server\share\journals`:  false,
		`C:\Users\Anna\..\Bela\a`:  true,
		`C:\Users\Anna Other\file`: true,
	} {
		if got := open(path, "C:", `C:\Users\Anna`); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

// Nobody but the person may read the memory of the process, and nobody may change
// that.
func TestHarden_closesTheMemory(t *testing.T) {
	if err := Harden(); err != nil {
		t.Fatal(err)
	}
	set, err := windows.GetSecurityInfo(windows.CurrentProcess(), windows.SE_KERNEL_OBJECT, windows.DACL_SECURITY_INFORMATION)
	if err != nil {
		t.Fatal(err)
	}
	rights, _, err := set.DACL()
	if err != nil || rights == nil || rights.AceCount != 2 {
		t.Fatalf("rights %+v, %v", rights, err)
	}
	for i := range uint32(rights.AceCount) {
		var entry *windows.ACCESS_ALLOWED_ACE
		if err := windows.GetAce(rights, i, &entry); err != nil {
			t.Fatal(err)
		}
		if entry.Mask&(windows.PROCESS_VM_READ|windows.PROCESS_DUP_HANDLE|windows.WRITE_DAC) != 0 {
			t.Errorf("entry %d allows %#x", i, entry.Mask)
		}
	}
}
