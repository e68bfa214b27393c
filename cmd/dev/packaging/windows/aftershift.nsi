; For one person, below %LocalAppData%\Programs, without an administrator. A newer
; version is put over an older one. Nothing here knows of journals, so removing
; leaves them. /S installs or removes without a question.
; The programs are for 64 bits, and so is their installer.
Target amd64-unicode
SetCompressor /SOLID lzma
Name "Aftershift"
OutFile "{{.Out}}"
Icon "aftershift.ico"
UninstallIcon "aftershift.ico"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Aftershift"
InstallDirRegKey HKCU "Software\Aftershift" "folder"
VIProductVersion "{{.Version}}.0"
VIAddVersionKey "ProductName" "Aftershift"
VIAddVersionKey "FileDescription" "Aftershift, installer for one person"
VIAddVersionKey "FileVersion" "{{.Version}}"
VIAddVersionKey "ProductVersion" "{{.Version}} ({{.Commit}})"
VIAddVersionKey "LegalCopyright" ""
!define GONE "Software\Microsoft\Windows\CurrentVersion\Uninstall\Aftershift"

UninstallText "This takes away the program. Your journal and its backups stay where they are."
DirText "Aftershift is put here, for you alone. Afterwards you find it in the Start menu."
Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

; A program that runs holds its file: nothing is changed until it has ended.
!macro NotRunning UN
Function ${UN}notRunning
	again:
	IfFileExists "$INSTDIR\aftershift.exe" 0 free
	ClearErrors
	FileOpen $0 "$INSTDIR\aftershift.exe" a
	IfErrors 0 close
	MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Aftershift is open. Close it, then go on." /SD IDCANCEL IDRETRY again
	SetErrorLevel 3
	Abort
	close:
	FileClose $0
	free:
FunctionEnd
!macroend
!insertmacro NotRunning ""
!insertmacro NotRunning "un."

Section
	Call notRunning
	SetShellVarContext current
	SetOutPath "$INSTDIR"
	SetOverwrite on
	File aftershift.exe
	File aftershift-cli.exe
	File README.md
	File licences.txt
	WriteUninstaller "$INSTDIR\uninstall.exe"
	CreateShortcut "$SMPROGRAMS\Aftershift.lnk" "$INSTDIR\aftershift.exe"
	WriteRegStr HKCU "Software\Aftershift" "folder" "$INSTDIR"
	WriteRegStr HKCU "${GONE}" "DisplayName" "Aftershift"
	WriteRegStr HKCU "${GONE}" "DisplayVersion" "{{.Version}}"
	WriteRegStr HKCU "${GONE}" "Publisher" "Aftershift"
	WriteRegStr HKCU "${GONE}" "DisplayIcon" "$INSTDIR\aftershift.exe"
	WriteRegStr HKCU "${GONE}" "UninstallString" '"$INSTDIR\uninstall.exe"'
	WriteRegStr HKCU "${GONE}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
	WriteRegDWORD HKCU "${GONE}" "NoModify" 1
	WriteRegDWORD HKCU "${GONE}" "NoRepair" 1
SectionEnd

Section "Uninstall"
	Call un.notRunning
	SetShellVarContext current
	Delete "$INSTDIR\aftershift.exe"
	Delete "$INSTDIR\aftershift-cli.exe"
	Delete "$INSTDIR\README.md"
	Delete "$INSTDIR\licences.txt"
	Delete "$INSTDIR\uninstall.exe"
	RMDir "$INSTDIR"
	Delete "$SMPROGRAMS\Aftershift.lnk"
	DeleteRegKey HKCU "${GONE}"
	DeleteRegValue HKCU "Software\Aftershift" "folder"
	DeleteRegKey /ifempty HKCU "Software\Aftershift"
SectionEnd
