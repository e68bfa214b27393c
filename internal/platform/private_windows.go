package platform

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// protect lets only the person, the system and its administrators at what was just
// made at path, and at what will stand in it. It does so on the system's own drive
// outside the person's profile, where a folder is open to everybody with an account;
// the profile is private by itself, and another drive may go to another computer,
// whose accounts these rights would shut out. Where the system refuses, the file
// keeps the rights of its folder: what is in it is sealed all the same.
func protect(path string) {
	if !open(path, os.Getenv("SystemDrive"), Profile()) {
		return
	}
	who, err := user()
	if err != nil {
		return
	}
	rights, err := access("D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;" + who + ")")
	if err != nil {
		return
	}
	_ = windows.SetNamedSecurityInfo(path, windows.SE_FILE_OBJECT,
		windows.DACL_SECURITY_INFORMATION|windows.PROTECTED_DACL_SECURITY_INFORMATION, nil, nil, rights, nil)
}

// open reports whether path is on the drive and not in the profile.
func open(path, drive, profile string) bool {
	whole, err := filepath.Abs(path)
	if err != nil || drive == "" || !strings.EqualFold(filepath.VolumeName(whole), drive) {
		return false
	}
	return profile == "" || !within(whole, profile)
}
