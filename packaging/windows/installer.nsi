; The per-user installer, a template that pynsist fills in.
;   setup.exe /S [/D=C:\folder]     installs without a question; /D comes last and without quotes
;   uninstall.exe /S                removes without a question
; Exit status: 0 done, 2 refused because the program is running.

!if /FileExists "${NSISDIR}/Stubs/lzma-amd64-unicode"
  Target amd64-unicode
!endif
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
[% if ib.quick %]
SetCompress off
[% else %]
SetCompressor /SOLID lzma
[% endif %]
!include "MUI2.nsh"

!define NAME "[[ib.appname]]"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"
!define KIND "Counterclaim.Project"
!define START '"$INSTDIR\Python\pythonw.exe" "$INSTDIR\counterclaim.pyw"'

Name "${NAME} [[ib.version]]"
OutFile "[[ib.installer_name]]"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
VIProductVersion "[[ib.version]].0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "[[ib.version]]"
VIAddVersionKey "FileVersion" "[[ib.version]]"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "[[ib.publisher]], MIT licence"

!define MUI_ICON "[[icon]]"
!define MUI_UNICON "[[icon]]"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; A program that runs holds its files, and a half-replaced one would not start again.
!macro REFUSE_WHILE_RUNNING
  IfFileExists "$INSTDIR\Python\python313.dll" 0 free
  ClearErrors
  Rename "$INSTDIR\Python\python313.dll" "$INSTDIR\Python\python313.tmp"
  IfErrors running
  Rename "$INSTDIR\Python\python313.tmp" "$INSTDIR\Python\python313.dll"
  Goto free
running:
  MessageBox MB_OK|MB_ICONEXCLAMATION "${NAME} is running. Close it, then start this again; nothing was changed." /SD IDOK
  SetErrorLevel 2
  Quit
free:
!macroend

; What an earlier version or this one put there; whatever else is in the folder is the user's and stays.
!macro REMOVE_PROGRAM
[% for dir, destination in ib.install_dirs %]
  RMDir /r "[[pjoin(destination, dir)]]"
[% endfor %]
  RMDir /r "$INSTDIR\pkgs"
[% for file, destination in ib.install_files %]
  Delete "[[pjoin(destination, file)]]"
[% endfor %]
  Delete "$INSTDIR\uninstall.exe"
!macroend

Section
  SetShellVarContext current
  SetRegView 64
  !insertmacro REFUSE_WHILE_RUNNING
  !insertmacro REMOVE_PROGRAM

  SetOutPath "$INSTDIR\pkgs"
  File /r "pkgs\*.*"
[% for destination, group in grouped_files %]
  SetOutPath "[[destination]]"
[% for file in group %]
  File "[[file]]"
[% endfor %]
[% endfor %]
[% for dir, destination in ib.install_dirs %]
  SetOutPath "[[pjoin(destination, dir)]]"
  File /r "[[dir]]\*.*"
[% endfor %]

  ; The first start would take seconds longer without it.
  DetailPrint "Preparing the program..."
  nsExec::ExecToLog '[[python]] -m compileall -q "$INSTDIR\pkgs"'
  Pop $0
  nsExec::ExecToLog '[[python]] -Es "$INSTDIR\_system_path.py" add_user "$INSTDIR\bin"'
  Pop $0

  SetOutPath "$INSTDIR"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\Python\pythonw.exe" '"$INSTDIR\counterclaim.pyw"' "$INSTDIR\[[icon]]"

  WriteRegStr HKCU "${CLASSES}\.counterclaim" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.counterclaim\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "Counterclaim project"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" '"$INSTDIR\[[icon]]"'
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '${START} open "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "[[ib.version]]"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\[[icon]]"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "[[ib.publisher]]"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" [[ib.kilobytes]]
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  SetRegView 64
  !insertmacro REFUSE_WHILE_RUNNING
  nsExec::ExecToLog '[[python]] -Es "$INSTDIR\_system_path.py" remove "$INSTDIR\bin"'
  Pop $0
  !insertmacro REMOVE_PROGRAM
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  ; Another program may have taken the file type over meanwhile.
  ReadRegStr $0 HKCU "${CLASSES}\.counterclaim" ""
  StrCmp $0 "${KIND}" 0 +2
    DeleteRegKey HKCU "${CLASSES}\.counterclaim"
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
