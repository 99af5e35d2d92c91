;;; newslint.el --- newslint in Emacs 29 or later, by Eglot -*- lexical-binding: t; -*-

;; Add this to your init.el.  Other settings: M-x customize-variable RET eglot-workspace-configuration.

(require 'eglot)

(defvar newslint-settings
  '(:config "" :style "" :minConfidence "" :showSpeakers :json-false)
  "What newslint goes by beside its newslint.yaml.")

(add-to-list 'eglot-server-programs
             `((text-mode markdown-mode gfm-mode html-mode mhtml-mode adoc-mode rst-mode)
               . ("newslint" "lsp" :initializationOptions ,newslint-settings)))

(setq-default eglot-workspace-configuration
              (plist-put (default-value 'eglot-workspace-configuration) :newslint newslint-settings))

(dolist (hook '(text-mode-hook markdown-mode-hook html-mode-hook))
  (add-hook hook #'eglot-ensure))

;;; newslint.el ends here
